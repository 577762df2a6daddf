import { Module } from '@nestjs/common';
import { EntriesController } from './entries.controller.ts';

/** What phones carry, over HTTP. Needs `Carrier`. */
@Module({ controllers: [EntriesController] })
export class EntriesModule {}
