import { ApiProperty } from '@nestjs/swagger';
import { Receipt } from '#cqrs';
import { Id, Many, Words, type ProblemDocument } from '#http';

export class SealedEntryBody {
  @Id('The command’s id') entry!: string;
  @Words('What the phone calls the record it belongs to: one that is refused holds back those after it', { max: 200, example: 'visit-018c2207' })
  stream!: string;
  @Words('HPKE (P-256, HKDF-SHA256, AES-256-GCM; info `saksi.entry.v1`, authenticated: the id) of `{name, headers, body}`, in base64url', {
    min: 100,
    // A photograph of the largest size, in base64 within base64url.
    max: 200_000,
    pattern: /^[A-Za-z0-9_-]+$/,
    example: 'B'.repeat(120),
  })
  sealed!: string;
}

export class CarryEntriesBody {
  @Many(SealedEntryBody, { min: 1, max: 100 }) entries!: readonly SealedEntryBody[];
}

export class KnownEntriesBody {
  @Many(Id('The command’s id'), { min: 1, max: 500 }) entries!: readonly string[];
}

export class SealingKey {
  @ApiProperty({ description: 'Uncompressed point on P-256, base64url; always the same for one Saksi' }) publicKey!: string;
}

export class CarriedAnswer {
  @ApiProperty({ format: 'uuid' }) entry!: string;
  @ApiProperty({
    enum: ['recorded', 'refused', 'held-back', 'later'],
    description: 'later: in the way for now, bring it again; held-back: one before it in the same record is refused',
  })
  outcome!: 'recorded' | 'refused' | 'held-back' | 'later';
  @ApiProperty({ type: Receipt, required: false }) receipt?: Receipt;
  @ApiProperty({ required: false, allOf: [{ $ref: '#/components/schemas/Problem' }] }) problem?: ProblemDocument;
}

export class MissingEntries {
  @ApiProperty({ type: [String], format: 'uuid' }) missing!: readonly string[];
}
