import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** What the signature of a PDF was found to be. Whether its issuer is to be trusted is not checked, and said so. */
export type PdfSignatureCheck = {
  readonly isIntact: boolean;
  /** Whether the signature covers the whole file but its own place. */
  readonly coversWholeFile: boolean;
  readonly signer: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Null where the signature names no moment. */
  readonly signedAt: string | null;
  /** Whether the certificate was valid at the moment that the signature names. */
  readonly wasValid: boolean | null;
  readonly trust: 'not-checked';
};

type Place = { readonly range: readonly [number, number, number, number]; readonly cms: Uint8Array };

/** Checks the last signature of a PDF; null where the file carries none. */
export async function checkPdfSignature(bytes: Uint8Array): Promise<PdfSignatureCheck | null> {
  pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }));
  const place = findSignature(bytes);
  if (!place) return null;
  const [start, length, after, rest] = place.range;
  const covered = Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(after, after + rest)]);
  const coversWholeFile = start === 0 && after + rest === bytes.length && length < after;
  const signed = readCms(place.cms);
  if (!signed) return null;
  const certificate = certificateOf(signed);
  if (!certificate) return null;
  const isIntact = await verify(signed, covered);
  const signedAt = momentOf(signed);
  const { value: from } = certificate.notBefore;
  const { value: to } = certificate.notAfter;
  return {
    isIntact,
    coversWholeFile,
    signer: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: from.toISOString(),
    validTo: to.toISOString(),
    signedAt: signedAt?.toISOString() ?? null,
    wasValid: signedAt === null ? null : from <= signedAt && signedAt <= to,
    trust: 'not-checked',
  };
}

// The last one written covers all before it.
function findSignature(bytes: Uint8Array): Place | null {
  const text = Buffer.from(bytes).toString('latin1');
  const found = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1);
  if (!found) return null;
  const range = found.slice(1, 5).map(Number) as unknown as Place['range'];
  const [start, length, after, rest] = range;
  if (start + length > after || after + rest > bytes.length) return null;
  const hex = /<([0-9A-Fa-f\s]*)>/.exec(text.slice(start + length, after))?.[1]?.replaceAll(/\s/g, '');
  if (!hex) return null;
  return { range, cms: Buffer.from(hex, 'hex') };
}

function readCms(bytes: Uint8Array): pkijs.SignedData | null {
  try {
    // What fills the place up behind the signature is left out by its own length.
    const read = asn1js.fromBER(exactly(bytes));
    if (read.offset === -1) return null;
    const info = new pkijs.ContentInfo({ schema: read.result });
    return new pkijs.SignedData({ schema: info.content });
  } catch {
    return null;
  }
}

async function verify(signed: pkijs.SignedData, covered: Uint8Array): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: exactly(covered), checkChain: false });
  } catch {
    return false;
  }
}

function certificateOf(signed: pkijs.SignedData): pkijs.Certificate | undefined {
  const [signer] = signed.signerInfos;
  const all = (signed.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
  const sid: unknown = signer?.sid;
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return all[0];
  return all.find((one) => one.serialNumber.isEqual(sid.serialNumber) && one.issuer.isEqual(sid.issuer));
}

const signingTime = '1.2.840.113549.1.9.5';

function momentOf(signed: pkijs.SignedData): Date | null {
  const attribute = signed.signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === signingTime);
  const value: unknown = attribute?.values[0];
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime ? value.toDate() : null;
}

const named = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.6', 'C'],
]);

function nameOf(name: pkijs.RelativeDistinguishedNames): string {
  return name.typesAndValues
    .flatMap(({ type, value }) => {
      const title = named.get(type);
      const text: unknown = (value as { valueBlock: { value: unknown } }).valueBlock.value;
      return title === undefined || typeof text !== 'string' ? [] : [`${title}=${text}`];
    })
    .join(', ');
}

function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
