import { synthesizedSecurity } from './test-security';

const certificate = synthesizedSecurity().only('azurerm_key_vault_certificate');
const policy = certificate.block('certificate_policy');

test('the first version of the certificate is self-signed, so that a gateway can be deployed', () => {
  expect(certificate.values).toMatchObject({ name: 'web' });
  expect(policy).toMatchObject({ issuer_parameters: { name: 'Self' } });
});

test('the certificate names the host that users type', () => {
  expect(policy).toMatchObject({
    x509_certificate_properties: {
      subject: 'CN=trakcare.contoso.example',
      subject_alternative_names: { dns_names: ['trakcare.contoso.example'] },
    },
  });
});

test('the certificate is one of a TLS server, with an RSA key that is never used twice', () => {
  expect(policy).toMatchObject({
    key_properties: { key_type: 'RSA', key_size: 3072, reuse_key: false },
    x509_certificate_properties: { extended_key_usage: ['1.3.6.1.5.5.7.3.1'] },
  });
});

test("a later deployment leaves an authority's certificate alone", () => {
  expect(certificate.values).toMatchObject({ lifecycle: { ignore_changes: ['certificate_policy'] } });
});
