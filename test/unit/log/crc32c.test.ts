import { describe, expect, it } from 'vitest';
import { crc32c, maskedCrc32c } from '../../../src/run/log/crc32c.ts';

describe('crc32c', () => {
  // RFC 3720, B.4, whose table writes the lowest byte first.
  const ascending = Array.from({ length: 32 }, (_, index) => index);
  const readCommand =
    '01c00000 00000000 00000000 00000000 14000000 00000400 00000014 00000018 28000000 00000000 02000000 00000000';

  it.each([
    ['32 bytes of zeros', new Array<number>(32).fill(0), 0x8a9136aa],
    ['32 bytes of ones', new Array<number>(32).fill(0xff), 0x62a8ab43],
    ['32 bytes ascending', ascending, 0x46dd794e],
    ['32 bytes descending', [...ascending].reverse(), 0x113fdb5c],
    ['an iSCSI read command', [...Buffer.from(readCommand.replaceAll(' ', ''), 'hex')], 0xd9963a56],
    ['"123456789"', [...Buffer.from('123456789')], 0xe3069283],
    ['nothing', [], 0],
  ])('of %s is as published', (_, bytes, expected) => {
    expect(crc32c(Uint8Array.from(bytes))).toBe(expected);
  });

  it('is masked by a rotation of 15 bits and a constant', () => {
    // 0xe3069283 rotated is 0x2507c60d; plus 0xa282ead8.
    expect(maskedCrc32c(Buffer.from('123456789'))).toBe(0xc78ab0e5);
  });
});
