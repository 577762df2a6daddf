/** What stands on every document. */
export const words = {
  id: {
    signed: 'Tanda tangan dalam catatan',
    pens: 'Tanda tangan di atas kertas',
    nobody: 'nama tidak ditampilkan',
    withheld: 'Nama tidak ditampilkan: pembacaannya sedang tidak dapat dicatat.',
    page: (page: number, pages: number) => `halaman ${page} dari ${pages}`,
    known: (when: string) => `Menurut catatan sampai ${when}`,
    printed: (when: string) => `dicetak ${when}`,
    scan: 'Pindai untuk melihat catatannya',
    none: 'Tidak ada.',
  },
  en: {
    signed: 'Signed in the record',
    pens: 'Signed on paper',
    nobody: 'name not shown',
    withheld: 'Names are not shown: that they are read cannot be recorded at the moment.',
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    known: (when: string) => `By what was recorded until ${when}`,
    printed: (when: string) => `printed ${when}`,
    scan: 'Scan it to see the record',
    none: 'None.',
  },
} as const;
