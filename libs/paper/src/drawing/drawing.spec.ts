import { paperOf, sheetsOf } from '../testing/examples.ts';
import { readPdf } from '../testing/pdf.ts';
import { drawLabels } from './labels.ts';
import { drawPaper } from './paper.ts';
import { finished } from './sheet.ts';

describe('a document', () => {
  it('has everything on it, and its number and page on each page', async () => {
    const { pages, title } = await readPdf(await finished(drawPaper(paperOf(120))));
    expect(title).toBe('Daftar muatan (manifes) DM-160114-0000-0000-0001');
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('DM-160114-0000-0000-0001');
      expect(page).toContain(`halaman ${index + 1} dari ${pages.length}`);
    }
    const all = pages.join('\n');
    for (const text of [
      'Pada hari itu truk dilepas.',
      'Ștefan Đặng Łukasz Ωλ',
      'KPU-1000119 KPU-2000119',
      'Satu segel tidak cocok.',
      'Budi Contoh',
      'Yang menerima',
    ])
      expect(all).toContain(text);
    expect(all).toContain('Menurut catatan sampai 12 Februari 2024 08.30 WIB');
    expect(all).not.toContain('dicetak');
  });

  it('repeats the head of a table on each page', async () => {
    const { pages } = await readPdf(await finished(drawPaper(paperOf(120))));
    for (const page of pages.slice(0, -1)) expect(page).toMatch(/No\.\s+TPS\s+Segel/);
  });

  it('has a QR code that leads to its record', async () => {
    const paper = paperOf(3);
    const { codesOn } = await readPdf(await finished(drawPaper(paper)));
    expect(await codesOn(1)).toEqual([{ format: 'QRCode', text: paper.link }]);
  });

  it('says when it was printed when that was asked for, and that names are left out when they are', async () => {
    const paper = paperOf(1, { printed: '2024-02-13T09:00:00.000+07:00', withheld: true, language: 'en', signatures: [] });
    const { pages } = await readPdf(await finished(drawPaper(paper)));
    expect(pages.join('\n')).toContain('printed 13 February 2024 09:00 WIB');
    expect(pages.join('\n')).toContain('Names are not shown');
  });
});

describe('labels', () => {
  it('lie on as many sheets as they need', async () => {
    expect((await readPdf(await finished(drawLabels(sheetsOf(49))))).pages).toHaveLength(3);
    expect((await readPdf(await finished(drawLabels(sheetsOf(8, { grid: { columns: 2, rows: 4, aside: 0, above: 0 } }))))).pages).toHaveLength(1);
  });

  it('leave out what of the first sheet is used up', async () => {
    const { pages } = await readPdf(await finished(drawLabels(sheetsOf(24, { skip: 20 }))));
    expect(pages.map((page) => page.match(/1601141011-\d{3}/g)?.length)).toEqual([4, 20]);
  });

  it.each([
    { columns: 3, rows: 8, aside: 0, above: 0 },
    { columns: 2, rows: 4, aside: 5, above: 10 },
    { columns: 3, rows: 7, aside: 7, above: 15 },
  ])('say their box twice, to a camera and to a scanner: $columns x $rows', async (grid) => {
    const sheets = sheetsOf(grid.columns * grid.rows, { grid });
    const { codesOn } = await readPdf(await finished(drawLabels(sheets)));
    const codes = await codesOn(1);
    const said = (format: string): readonly string[] => codes.flatMap((code) => (code.format === format ? [code.text] : [])).toSorted();
    expect(said('QRCode')).toEqual(sheets.labels.map(({ link }) => link).toSorted());
    expect(said('Code128')).toEqual(sheets.labels.map(({ code }) => code).toSorted());
  });
});
