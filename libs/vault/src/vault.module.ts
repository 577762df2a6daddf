import { Module } from '@nestjs/common';
import { context } from '#cqrs';
import { readLog } from './domain/read-log.ts';
import { subject } from './domain/subject.ts';
import { vaultObjections } from './domain/vault.objections.ts';
import { erasures } from './features/erasures/erasures.ts';
import { executeErasure } from './features/execute-erasure/execute-erasure.ts';
import { orderErasure } from './features/order-erasure/order-erasure.ts';
import { placeLegalHold } from './features/place-legal-hold/place-legal-hold.ts';
import { reads as readsQuery } from './features/reads/reads.ts';
import { recordRead } from './features/record-read/record-read.ts';
import { refuseErasure } from './features/refuse-erasure/refuse-erasure.ts';
import { releaseLegalHold } from './features/release-legal-hold/release-legal-hold.ts';
import { requestErasure } from './features/request-erasure/request-erasure.ts';
import { reads } from './views/reads.projection.ts';
import { subjects } from './views/subjects.projection.ts';
import './problems.ts';

const ownExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The module that the projector's thread imports. */
export const vaultProjections = new URL(`./projections${ownExtension}`, import.meta.url).href;

@Module(
  context('vault', {
    objections: vaultObjections,
    streams: [subject, readLog],
    commands: [requestErasure, orderErasure, refuseErasure, executeErasure, placeLegalHold, releaseLegalHold, recordRead],
    projections: [subjects, reads],
    queries: [erasures, readsQuery],
  }),
)
export class VaultModule {}
