import { describe, expect, it } from 'vitest';
import { perkLimits } from '../../../src/features/perks/model.ts';
import { codesReader } from '../../../src/features/perks/read-codes.ts';

const read = codesReader(async () => {});
const codesOf = async (file: Buffer) => (await read(file)).codes;

describe('a file of codes', () => {
  it.each([
    ['with the mark of UTF-8', Buffer.from('\uFEFFA\nB')],
    ['in UTF-16, as Excel saves it', Buffer.from('\uFEFFA\r\nB\r\n', 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from('\uFEFFA\nB', 'utf16le').swap16()],
    ['with quotes and more columns', Buffer.from('"A",1,x\n"B";2')],
    ['with a heading', Buffer.from('Code,Value\nA,1\nB,2')],
  ])('is read %s', async (_, file) => {
    expect(await codesOf(file)).toEqual(['A', 'B']);
  });

  it('counts what is left out, and says where', async () => {
    const check = await read(Buffer.from('A\n\nA\n=1+1\nB\n'));
    expect(check).toMatchObject({
      codes: ['A', 'B'],
      blank: 1,
      repeated: { count: 1, lines: [3] },
      formulas: { count: 1, lines: [4] },
    });
  });

  it.each([
    ['in Latin-1', Buffer.from('GRÜSSE', 'latin1'), 'file-encoding'],
    ['with NUL bytes', Buffer.from('A\0B'), 'file-encoding'],
    ['that is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-encoding'],
    ['with nothing in it', Buffer.from('\n\n  \n'), 'file-empty'],
    ['over the limit', Buffer.alloc(perkLimits.fileBytes + 1, 'a'), 'file-too-big'],
  ])('is refused %s', async (_, file, reason) => {
    await expect(read(file)).rejects.toMatchObject({ code: `perks.refusals.${reason}` });
  });

  it('holds 100,000 codes and not one more', async () => {
    const rows = Array.from({ length: perkLimits.rows }, (_, at) => `C${at}`);
    expect(await codesOf(Buffer.from(rows.join('\n')))).toHaveLength(perkLimits.rows);
    await expect(read(Buffer.from([...rows, 'more'].join('\n')))).rejects.toMatchObject({
      code: 'perks.refusals.file-rows',
    });
  });
});
