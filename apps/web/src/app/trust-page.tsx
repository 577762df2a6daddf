import { toString as qrOf } from 'qrcode';
import { useEffect, useState } from 'react';
import { useWords } from '../shared/language/language.ts';

interface Authority {
  readonly address: string;
  /** SHA-256 in pairs of hex digits. */
  readonly fingerprint: string;
  /** An SVG of the address. */
  readonly code: string;
}

/** How a phone comes to trust the certificate authority of this server: the address as a QR code, the steps, and what to compare. */
export function TrustPage() {
  const { t } = useWords();
  const [authority, setAuthority] = useState<Authority | 'none'>();
  useEffect(() => {
    void authorityHere().then((found) => setAuthority(found ?? 'none'));
  }, []);
  if (authority === undefined) return null;
  if (authority === 'none') return <p className="note">{t('trust.none')}</p>;
  return (
    <div className="stack narrow">
      <p>{t('trust.scan')}</p>
      <img className="qr" alt={t('trust.qr')} src={`data:image/svg+xml;utf8,${encodeURIComponent(authority.code)}`} />
      <a href={authority.address}>{authority.address}</a>
      <ol className="stack tight">
        <li>{t('trust.android')}</li>
        <li>{t('trust.ios')}</li>
        <li>
          {t('trust.compare')}
          <br />
          <code className="figures">{authority.fingerprint}</code>
        </li>
      </ol>
    </div>
  );
}

async function authorityHere(): Promise<Authority | undefined> {
  const address = new URL('/tls/authority.crt', location.href).href;
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
  const fingerprint = [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
  return { address, fingerprint, code: await qrOf(address, { type: 'svg', errorCorrectionLevel: 'M' }) };
}
