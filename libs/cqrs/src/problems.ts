import { knowError, NotSealedForUs, problem } from '#http';
import { QueryTooSlow, ReadersBusy, ReadModelBehind, ReadModelRebuilding, TooManyRows } from '#read-models';
import {
  CoSignatureRefused,
  DeviceRefused,
  InTheFuture,
  KeyUsedOtherwise,
  NotPermitted,
  NotYetVisible,
  Objected,
  OutOfScope,
  StillConflicting,
  StreamBusy,
  TooManyReads,
} from './errors.ts';

knowError(NotPermitted, ({ roles }) => problem('forbidden', { parameters: { roles } }));
knowError(OutOfScope, () => problem('not-found'));
knowError(CoSignatureRefused, ({ why }) => problem('co-signature-refused', { parameters: { why } }));
knowError(DeviceRefused, ({ why }) => problem(why === 'bad-signature' ? 'bad-signature' : 'device-not-trusted', { parameters: { why } }));
knowError(NotSealedForUs, () => problem('sealed-otherwise'));
knowError(Objected, ({ objections }) => problem('objections-stand', { objections }));
knowError(KeyUsedOtherwise, () => problem('key-used-otherwise'));
knowError(StreamBusy, () => problem('busy', { retryAfter: 1 }));
knowError(StillConflicting, () => problem('still-conflicting', { retryAfter: 1 }));
knowError(InTheFuture, ({ tolerance }) => problem('in-the-future', { parameters: { toleranceMs: tolerance } }));
knowError(TooManyReads, () => problem('invalid-fields'));
knowError(NotYetVisible, () => problem('view-behind', { retryAfter: 1 }));
knowError(ReadModelRebuilding, ({ retryAfter }) => problem('view-behind', { retryAfter }));
knowError(ReadModelBehind, ({ retryAfter }) => problem('view-behind', { retryAfter }));
knowError(ReadersBusy, () => problem('busy', { retryAfter: 1 }));
knowError(QueryTooSlow, ({ limitMs }) => problem('too-much-asked', { parameters: { limitMs } }));
knowError(TooManyRows, ({ limit }) => problem('too-much-asked', { parameters: { limit } }));
