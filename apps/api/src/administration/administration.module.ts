import { type DynamicModule, Module } from '@nestjs/common';
import type { Saksi } from '../parts.ts';
import { AdministrationController, SAKSI } from './administration.controller.ts';

@Module({})
export class AdministrationModule {
  static over(saksi: Saksi): DynamicModule {
    return { module: AdministrationModule, controllers: [AdministrationController], providers: [{ provide: SAKSI, useValue: saksi }] };
  }
}
