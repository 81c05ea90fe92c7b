import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { fingerprintOf } from '../../http/certificate-page.ts';

type Options = { out: string; name: string[]; address: string[] };

export function addTlsCommand(program: Command): void {
  program
    .command('tls')
    .description('A local authority and a certificate for a school’s server, for a network without a public name')
    .option('--name <name...>', 'names by which the computers reach the server', ['localhost'])
    .option('--address <address...>', 'addresses by which they reach it', ['127.0.0.1'])
    .option('--out <folder>', 'where the files go', 'data/tls')
    .action(async ({ out, name, address }: Options) => {
      // Loaded for this command alone: the others need not wait for it.
      const { makeAuthority, makeCertificate } = await import('../tls/certificates.ts');
      mkdirSync(out, { recursive: true, mode: 0o700 });
      const file = (short: string) => join(out, short);
      const isNew = !existsSync(file('authority.key'));
      if (isNew) {
        const made = await makeAuthority();
        write(file('authority.crt'), made.certificate, 0o644);
        write(file('authority.key'), made.key, 0o600);
      }
      const authority = {
        certificate: readFileSync(file('authority.crt'), 'utf8'),
        key: readFileSync(file('authority.key'), 'utf8'),
      };
      const server = await makeCertificate(authority, { names: name, addresses: address });
      write(file('server.crt'), server.certificate, 0o644);
      write(file('server.key'), server.key, 0o600);
      process.stdout.write(
        [
          `${isNew ? 'A new authority and a certificate were made' : 'The certificate was made anew under the same authority'} in ${out}.`,
          `For: ${[...name, ...address].join(', ')}. Good for 13 months; run this again before it ends, nothing has to be installed anew.`,
          `Fingerprint of the authority (SHA-256): ${fingerprintOf(Buffer.from(authority.certificate))}`,
          '',
          `USTAZ_TLS_CERT=${file('server.crt')} USTAZ_TLS_KEY=${file('server.key')} USTAZ_TLS_CA=${file('authority.crt')} USTAZ_TLS_PLAIN_PORT=8081 HOST=0.0.0.0 PORT=8443 npm start`,
          '',
          'The page http://<server>:8081/certificate then shows how to install the authority on the computers.',
          `Whoever has ${file('authority.key')} can pass for any site to these computers: keep it to this machine.`,
          '',
        ].join('\n'),
      );
    });
}

const write = (path: string, text: string, mode: number): void => writeFileSync(path, text, { mode });
