/** Small pictures side by side stand beside scoring, so that the server draws a PDF's with the page's own functions. */
export { type HistogramPanel, smallHistograms } from '../../scoring/picture/small-histograms.ts';
export { trendPanels } from '../../scoring/picture/trend-panels.ts';
