import { m } from '../i18n/generated/messages.js';
import { makeDeviceFile } from '../offline/device-file.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** At the door of a device that holds answers the server does not have: how many, and a way to carry them away. Whose is not told. */
export function UnsentNotice({ count }: { count: number }) {
  return (
    <Notice tone="warn">
      <p>{m.unsent_here({ count })}</p>
      <div>
        <Button look="plain" onPress={save}>
          {m.unsent_save()}
        </Button>
      </div>
    </Notice>
  );
}

async function save(): Promise<void> {
  const file = await makeDeviceFile();
  if (file === null) return;
  const address = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `answers-${new Date().toISOString().slice(0, 10)}.ustaz`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
