import { explain } from './advice.mjs';

const oldestNode = [20, 19];

/** Runs a command to its end: a foreseen failure is told in one paragraph on stderr, and the exit code is 1. */
export async function runCommand(work) {
  try {
    refuseOldNode();
    await work();
  } catch (error) {
    for (const line of explain(error)) console.error(line);
    process.exitCode = 1;
  }
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(
    `Node ${oldestNode.join('.')} or later is needed, this is ${process.versions.node}; install Node 20 LTS or later`,
  );
}
