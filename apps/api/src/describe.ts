import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { readConfiguration } from '#configuration';
import { createFastifyAdapter, createLog, describeApi } from '#http';
import { AppModule } from './app.module.ts';
import { openSaksi } from './saksi.ts';
import { versionOfThisBuild } from './version.ts';

/* Writes the API's description into the file that is named, without listening: the web app's client is made from it. */

const [file] = process.argv.slice(2);
if (file === undefined) throw new TypeError('Name the file to write the description into.');

const folder = mkdtempSync(join(tmpdir(), 'saksi-describe-'));
try {
  const saksi = await openSaksi(readConfiguration({ SAKSI_DATA: folder, SAKSI_LOG_LEVEL: 'silent' }), { processes: false });
  const app = await NestFactory.create(AppModule.over(saksi), createFastifyAdapter({ log: createLog({ level: 'silent' }) }), { logger: false });
  writeFileSync(file, JSON.stringify(describeApi(app, { version: versionOfThisBuild })));
  await app.close();
  await saksi.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
