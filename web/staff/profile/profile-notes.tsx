import { m } from '../../i18n/generated/messages.js';

/** What a reader should know before trusting the numbers; also when there is nothing to say. */
export function ProfileNotes({ notes }: { notes: readonly string[] }) {
  return (
    <section class="notice warn" aria-label={m.profile_notes()}>
      <h2 class="notice-title">{m.profile_notes()}</h2>
      <ul class="plain-list">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{m.profile_note_always()}</li>
      </ul>
    </section>
  );
}
