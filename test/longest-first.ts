import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute and more, the longest first of each kind. */
const long = [
  'staff-pages.test.ts',
  'student.test.ts',
  'pupil-offline.test.ts',
  'alliance-walk.test.ts',
  'staff-decision.test.ts',
  'student-battery.test.ts',
  'pupil-rules.test.ts',
  'bench-walk.test.ts',
  'norm-commands.test.ts',
  'staff-security.test.ts',
  'student-offline.test.ts',
  'staff-consents.test.ts',
  'pupil-kills.test.ts',
  'access-matrix.test.ts',
];

/** On a new machine nothing is known of how long a file takes but its size, and a short file that takes a minute would be the last. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      // Needs a worker of its own that loads everything anew: at the end others would wait for it.
      if (project.config.isolate) return -1;
      const found = long.indexOf(basename(moduleId));
      return found < 0 ? long.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
