# Calibrates a CSV of category codes (blank is missing) with mirt and prints seconds, log-likelihood and slopes as JSON.
# Usage: Rscript run-mirt.R <csv> <2pl|grm>
suppressMessages(library(mirt))
args <- commandArgs(trailingOnly = TRUE)
data <- read.csv(args[1])
type <- if (args[2] == "2pl") "2PL" else "graded"
seconds <- system.time(fitted <- mirt(data, 1, itemtype = type, verbose = FALSE))[["elapsed"]]
a <- coef(fitted, simplify = TRUE)$items[, "a1"]
cat(sprintf('{"seconds": %f, "logLikelihood": %.6f, "a": [%s]}\n', seconds, extract.mirt(fitted, "logLik"), paste(a, collapse = ",")))
