import { EntryList } from '../features/identity/carry-entries/entry-list.tsx';
import { EnrolPhone } from '../features/identity/enrol-own-device/enrol-phone.tsx';

/** What this phone recorded and still has to bring, what needs a decision, and whose it is. */
export function PhonePage() {
  return (
    <div className="stack">
      <EntryList />
      <EnrolPhone />
    </div>
  );
}
