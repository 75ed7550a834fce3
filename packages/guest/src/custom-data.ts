import { Refusal } from '@iris-azure/foundation';
import { gzipSync, strToU8 } from 'fflate';

/**
 * Most bytes of custom data before they are encoded in base 64.
 *
 * @see https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile
 */
export const maxCustomDataBytes = 65_535;

/** Custom data of a machine. */
export interface CustomData {
  /** What Azure takes: base 64 of the compressed document. cloud-init decompresses it by itself. */
  readonly customData: string;
  /** Bytes of it before base 64, of which Azure takes at most 65,535. */
  readonly bytes: number;
}

/**
 * Compresses a document into custom data. The same document gives the same bytes everywhere: the compressor is a program of
 * JavaScript, since zlib's result depends on the processor, and the header has no time.
 *
 * @throws Refusal when it is more than Azure takes.
 */
export function customDataOf(document: string): CustomData {
  const compressed = gzipSync(strToU8(document), { level: 9, mem: 12, mtime: 0 });
  if (compressed.length > maxCustomDataBytes) {
    throw new Refusal(
      `custom data must be at most ${maxCustomDataBytes} bytes after compression, got ${compressed.length}; ` +
        'leave out extraFiles, or download what is in them in a step',
    );
  }
  return { customData: Buffer.from(compressed).toString('base64'), bytes: compressed.length };
}
