import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';

/** A place to drop a file on; to a keyboard and a screen reader it is the file field it contains. */
export function DropZone({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined && !isBusy) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files);
  };
  return (
    <label
      class={isOver ? 'drop-zone over' : 'drop-zone'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <svg viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" fill="none">
        <path
          d="M12 6h17l9 9v27H12zM29 6v9h9M18 24h14M18 30h14M18 36h8"
          stroke="currentColor"
          stroke-width="2"
          stroke-linejoin="round"
        />
      </svg>
      <span class="drop-words">{isBusy ? m.roster_reading() : m.roster_drop()}</span>
      <span class="button">{m.roster_choose()}</span>
      <input
        class="file-field"
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,.zip"
        aria-disabled={isBusy}
        onClick={(event) => (isBusy ? event.preventDefault() : undefined)}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // So that the same file, corrected, can be chosen again.
          currentTarget.value = '';
        }}
      />
      <span role="status" class="unseen">
        {isBusy ? m.roster_reading() : ''}
      </span>
    </label>
  );
}
