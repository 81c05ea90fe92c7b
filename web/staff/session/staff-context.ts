import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StaffMe } from '../../../server/contract/session.schema.ts';
import type { Client } from '../../offline/api.ts';
import type { Session } from './session.ts';

/** What every page of the staff may need: who is there, and the way to the server in their name. */
export type Staff = { me: StaffMe; api: Client; session: Session };

export const StaffContext = createContext<Staff | null>(null);

export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error('A page of the staff stands outside StaffContext.');
  return staff;
}
