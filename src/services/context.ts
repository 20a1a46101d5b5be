import type { Actor } from '#domain/access/actor.ts';
import type { Database, Transaction } from '#database/connection.ts';

/** What every service is given besides its input: who acts, when, and where the data is. */
export type Context = {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
  readonly language: 'es' | 'en';
  readonly database: Database;
  readonly installation: Installation;
  readonly session: SessionCookie;
};

/** How a service gives or takes the session of whoever asked; the door turns it into a cookie. */
export type SessionCookie = {
  /** The secret that came with the request, if any. */
  readonly secret: string | null;
  give(secret: string, expiresAt: Date): void;
  take(): void;
};

/** What this installation is and where it keeps things; read once by src/main/config.ts. */
export type Installation = {
  readonly mode: 'demo' | 'real';
  readonly version: string;
  readonly dataFolder: string;
  readonly origin: string;
  /** 32 bytes: seals secrets such as TOTP keys. */
  readonly sealKey: Uint8Array;
  readonly mail: { readonly address: string; readonly from: string } | null;
};

export type { Transaction };
