import { generate } from 'selfsigned';
import { hosts } from './hosts';

/** A certificate and its key, both as PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Makes a certificate for all hosts of the stand-in, which whoever shall believe it must be told to trust. */
export async function makeCertificate(): Promise<Certificate> {
  const names = [hosts.resourceManager, hosts.signIn, `*.${hosts.keyVault}`];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'iris-azure stand-in' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) }],
  });
  return { certificate: cert, key };
}
