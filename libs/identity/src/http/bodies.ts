import { ApiProperty } from '@nestjs/swagger';
import { Count, Id, OneOf, Optional, Words } from '#http';
import { roles, type Role } from '#kernel';
import { deviceAlgorithms, type DeviceAlgorithm } from '../domain/account.ts';

const passphrase = { min: 1, max: 1_000, example: 'tujuh ikan di sungai ogan' };
const login = { min: 1, max: 100, example: 'danru-kemelak' };

export class SignInBody {
  @Words('The user name', login) login!: string;
  @Words('The passphrase', passphrase) passphrase!: string;
  @Optional(OneOf('browser: the session comes as a cookie; program: as a bearer token in the answer. Default browser', ['browser', 'program'])) via?:
    'browser' | 'program';
}

export class ChangePassphraseBody {
  @Words('The passphrase until now', passphrase) current!: string;
  @Words('The passphrase from now on', passphrase) next!: string;
}

export class UseResetCodeBody {
  @Words('The user name', login) login!: string;
  @Words('The code from the squad leader', { min: 1, max: 40, example: '7K2M-Q9XA-04TD' }) code!: string;
  @Words('The passphrase from now on', passphrase) next!: string;
}

export class SetPinBody {
  @Words('The passphrase', passphrase) passphrase!: string;
  @Words('The PIN for co-signing: at least six digits', { min: 1, max: 20, example: '730512' }) pin!: string;
}

export class CollectCodeBody {
  @Id('The account the code was issued for') account!: string;
  @Id('The code: the Idempotency-Key of the command that issued it') code!: string;
}

export class EnrolOwnDeviceBody {
  @Words('The enrolment code from the squad leader', { min: 1, max: 40, example: '7K2M-Q9XA-04TD' }) code!: string;
  @Id('The device') device!: string;
  @Words('The public key: SPKI in base64 or base64url', {
    min: 40,
    max: 300,
    pattern: /^[A-Za-z0-9+/_-]+={0,2}$/,
    example: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
  })
  publicKey!: string;
  @OneOf('How it signs', deviceAlgorithms) algorithm!: DeviceAlgorithm;
  @Optional(Id('The device of this account that it replaces: it is not believed any more')) replaces?: string;
  @Optional(Count('The last entry that the replaced device has signed, where that is known: some may still wait to be brought')) replacedSeq?: number;
}

export class SignedInAnswer {
  @ApiProperty({ format: 'uuid' }) account!: string;
  @ApiProperty({ format: 'date-time', description: 'When the session ends at the latest' }) until!: string;
  @ApiProperty({ required: false, description: 'Browsers send it back as Saksi-Csrf with everything that changes something' }) csrf?: string;
  @ApiProperty({ required: false, description: 'Programs send it as Authorization: Bearer; shown once' }) token?: string;
}

export class HeldRole {
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty({ required: false, format: 'uuid' }) post?: string;
  @ApiProperty({ required: false, example: '160114' }) area?: string;
  @ApiProperty({ required: false, type: [String], example: ['1601141011-007'] }) stations?: readonly string[];
  @ApiProperty({ required: false }) everywhere?: true;
  @ApiProperty({ required: false, format: 'date-time' }) until?: string;
}

export class Me {
  @ApiProperty({ format: 'uuid' }) account!: string;
  @ApiProperty({ example: 'danru-kemelak' }) login!: string;
  @ApiProperty({ type: [HeldRole], description: 'What is held now' }) roles!: readonly HeldRole[];
  @ApiProperty({ type: [String], description: 'The posts among them' }) posts!: readonly string[];
  @ApiProperty({ description: 'Whether a PIN for co-signing is set' }) hasPin!: boolean;
  @ApiProperty({ format: 'date-time', description: 'When the session ends at the latest' }) until!: string;
  @ApiProperty({ required: false, description: 'For browsers: see sign-in' }) csrf?: string;
}

export class CodeAnswer {
  @ApiProperty({ example: '7K2M-Q9XA-04TD', description: 'Shown once; hand it to the person' }) text!: string;
  @ApiProperty({ format: 'date-time' }) until!: string;
}

export class SessionsEnded {
  @ApiProperty({ description: 'How many sessions ended' }) ended!: number;
}
