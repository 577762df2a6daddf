import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Identity } from '../open-identity.ts';
import { IDENTITY, IDENTITY_HTTP } from './injection.ts';
import { OwnAccountController } from './own-account.controller.ts';
import type { IdentityHttpOptions } from './authenticate.ts';
import { SessionGuard } from './session-guard.ts';
import { SignInController } from './sign-in.controller.ts';

/** Sign-in and own account over HTTP, and the guard before every controller of the application. Needs `CLOCK`. */
@Module({})
export class AuthenticationModule {
  static over(identity: Identity, options: IdentityHttpOptions): DynamicModule {
    return {
      module: AuthenticationModule,
      controllers: [SignInController, OwnAccountController],
      providers: [
        { provide: IDENTITY, useValue: identity },
        { provide: IDENTITY_HTTP, useValue: options },
        { provide: APP_GUARD, useClass: SessionGuard },
      ],
    };
  }
}
