import type { StudyDetail } from '../../server/contract/study-report.ts';
import { call, type TestService } from './harness.ts';

/** The study once it has ended, however it did. */
export async function endedStudy(service: TestService, token: string, id: string): Promise<StudyDetail> {
  for (;;) {
    const { body } = await call<StudyDetail>(service, 'GET', `/api/studies/${id}`, { token });
    if (body.state !== 'waiting' && body.state !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
