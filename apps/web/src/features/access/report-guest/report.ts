import type { CommandBody } from '../../../shared/api/names.ts';
import type { Report } from './report-fields.tsx';

const personal = (value: string): { value: string } | undefined => (value.trim() === '' ? undefined : { value: value.trim() });

/** The command of a report: what was left empty is left out, for nothing is recorded of it. */
export function reportCommand(
  ids: { readonly visit: string; readonly post: string; readonly guest: string },
  report: Report,
): CommandBody<'access.report-guest'> {
  const { name, identityType, minutesAllowed, purpose } = report;
  const told = {
    identityNumber: identityType === 'none' ? undefined : personal(report.identityNumber),
    organisation: personal(report.organisation),
    host: personal(report.host),
    vehicle: personal(report.vehicle),
    items: personal(report.items),
  };
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return { ...ids, name: { value: name.trim() }, identityType, purpose: { value: purpose.trim() }, minutesAllowed, ...said };
}
