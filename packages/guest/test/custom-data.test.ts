import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { customDataOf } from '../src/custom-data';

test('what is compressed comes out again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (document) => {
      const { customData } = customDataOf(document);

      // Halves of characters are none: they become what stands for such.
      expect(gunzipSync(Buffer.from(customData, 'base64')).toString('utf8')).toBe(
        Buffer.from(document).toString('utf8'),
      );
    }),
  );
});

test('the same document gives the same bytes on every machine and at every time', () => {
  const document = Array.from({ length: 2000 }, (_, index) => `line ${index * index}\n`).join('');

  const bytes = Buffer.from(customDataOf(document).customData, 'base64');
  // No time in the header.
  expect([...bytes.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    '26d3a0428e01d71f4a2d939a20134423dfe6c5729a8ded97b77d8e51d6ba2e76',
  );
});
