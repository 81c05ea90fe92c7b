/** How many operations one flush may carry (measured: larger ones gain nothing). */
const defaultMost = 200;

type Waiting<Operation, Outcome> = {
  operation: Operation;
  resolve: (outcome: Outcome) => void;
  reject: (reason: unknown) => void;
};

/**
 * Adaptive group commit: an operation that finds no flush in flight leaves at once, alone;
 * those that come meanwhile leave together when it returns. No timer: an idle service adds no wait.
 *
 * `flush` gets 1…`most` operations and gives one outcome for each, in order; if it throws, each of them fails with that reason.
 * The returned function resolves when its own operation is durable.
 */
export function groupCommit<Operation, Outcome>(
  flush: (operations: readonly Operation[]) => Promise<readonly Outcome[]>,
  most: number = defaultMost,
): (operation: Operation) => Promise<Outcome> {
  const queue: Waiting<Operation, Outcome>[] = [];
  let inFlight = false;

  const drain = async (): Promise<void> => {
    inFlight = true;
    while (queue.length > 0) await settle(queue.splice(0, most), flush);
    inFlight = false;
  };

  return (operation) =>
    new Promise<Outcome>((resolve, reject) => {
      queue.push({ operation, resolve, reject });
      if (!inFlight) void drain();
    });
}

async function settle<Operation, Outcome>(
  group: readonly Waiting<Operation, Outcome>[],
  flush: (operations: readonly Operation[]) => Promise<readonly Outcome[]>,
): Promise<void> {
  try {
    const outcomes = await flush(group.map(({ operation }) => operation));
    group.forEach((waiting, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined)
        waiting.reject(new RangeError('groupCommit: flush gave fewer outcomes than operations'));
      else waiting.resolve(outcome);
    });
  } catch (reason) {
    for (const waiting of group) waiting.reject(reason);
  }
}
