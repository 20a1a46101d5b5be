import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const crypto = globalThis.crypto;
const room = 8192;

/** A small PDF with a digital signature over the whole of it but its own place, by a certificate of our own making. */
export async function signedPdf(signer: string): Promise<Buffer> {
  pkijs.setEngine('test', new pkijs.CryptoEngine({ name: 'test', crypto }));
  const head =
    '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Type/Sig/Filter/Adobe.PPKLite/ByteRange [';
  const numbers = '0000000000 0000000000 0000000000 0000000000';
  const start = `${head}${numbers}]/Contents `;
  const end = '>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  const after = start.length + room + 2;
  const range = [0, start.length, after, end.length]
    .map((number) => String(number).padStart(10, ' '))
    .join(' ');
  const before = `${head}${range}]/Contents `;
  const cms = await sign(Buffer.from(before + end, 'latin1'), signer);
  const contents = `<${Buffer.from(cms).toString('hex').padEnd(room, '0')}>`;
  return Buffer.from(before + contents + end, 'latin1');
}

/** The same with one letter changed after it was signed. */
export function tampered(pdf: Buffer): Buffer {
  return Buffer.from(pdf.toString('latin1').replace('/Type/Catalog', '/Type/Catalox'), 'latin1');
}

async function sign(data: Uint8Array, signer: string): Promise<ArrayBuffer> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: 7 });
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: signer }) }),
    );
  }
  certificate.notBefore.value = new Date('2026-01-01T00:00:00Z');
  certificate.notAfter.value = new Date('2030-01-01T00:00:00Z');
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  const bytes = new Uint8Array(data).buffer;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
            attribute(
              '1.2.840.113549.1.9.5',
              new asn1js.UTCTime({ valueDate: new Date('2026-03-10T15:00:00Z') }),
            ),
            attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256', bytes);
  const info = new pkijs.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
  return info.toSchema().toBER(false);
}
