import type { FastifyInstance } from 'fastify';
import type { Language } from '../language.ts';
import { derOf, fingerprintOf } from './certificate.ts';

const path = '/tls/authority.crt';

/** Lets phones fetch the authority's certificate. It is no secret; the fingerprint says whether it is the right one. */
export function serveAuthority(instance: FastifyInstance, authorityCert: string): void {
  const der = derOf(authorityCert);
  instance.get(path, (_request, reply) =>
    reply.header('Content-Type', 'application/x-x509-ca-cert').header('Content-Disposition', 'attachment; filename="saksi-authority.crt"').send(der),
  );
}

/** What a person does on each phone once, with a QR code of the address for a terminal. */
export async function phoneSteps({
  origin,
  authorityCert,
  language = 'id',
}: {
  readonly origin: string;
  readonly authorityCert: string;
  readonly language?: Language;
}): Promise<string> {
  const address = new URL(path, origin).href;
  const { toString: qrOf } = await import('qrcode');
  const code = await qrOf(address, { type: 'utf8', errorCorrectionLevel: 'M' });
  return [code, ...steps[language](address, fingerprintOf(authorityCert))].join('\n');
}

const steps: Readonly<Record<Language, (address: string, fingerprint: string) => readonly string[]>> = {
  id: (address, fingerprint) => [
    `1. Pindai kode ini dengan ponsel, atau buka ${address}. Ponsel akan memperingatkan satu kali; lanjutkan untuk mengunduh.`,
    '2. Android: Setelan → Keamanan → Enkripsi & kredensial → Instal sertifikat → Sertifikat CA → pilih saksi-authority.crt.',
    '   iPhone: Pengaturan → Profil Diunduh → Instal; lalu Umum → Mengenai → Pengaturan Kepercayaan Sertifikat → nyalakan Saksi.',
    '3. Bandingkan sidik jari SHA-256 yang tampil di ponsel; bila berbeda, jangan instal:',
    `   ${fingerprint}`,
  ],
  en: (address, fingerprint) => [
    `1. Scan this code with the phone, or open ${address}. The phone warns once; go on to download.`,
    '2. Android: Settings → Security → Encryption & credentials → Install a certificate → CA certificate → choose saksi-authority.crt.',
    '   iPhone: Settings → Profile Downloaded → Install; then General → About → Certificate Trust Settings → turn Saksi on.',
    '3. Compare the SHA-256 fingerprint that the phone shows; if it differs, do not install:',
    `   ${fingerprint}`,
  ],
};
