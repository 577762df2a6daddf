/** A district of the regency with what the 2024 general election needed there. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly stations: number;
  readonly villages: number;
  readonly trucks: number;
  /** Where its road from Kemelak leads through. */
  readonly checkpoints: readonly [string, string, string];
}

/* The counts are the published ones; how the trucks are shared out, and the checkpoints, are invented. */
/* prettier-ignore */
export const districts: readonly District[] = [
  { code: '160114', name: 'Baturaja Timur', stations: 319, villages: 13, trucks: 6, checkpoints: ['Simpang Kemelak', 'Bundaran Air Paoh', 'Pasar Atas'] },
  { code: '160122', name: 'Lubuk Batang', stations: 119, villages: 15, trucks: 3, checkpoints: ['Simpang Kemelak', 'Jembatan Ogan II', 'Batas Lubuk Batang'] },
  { code: '160113', name: 'Baturaja Barat', stations: 117, villages: 12, trucks: 2, checkpoints: ['Simpang Kemelak', 'Jembatan Ogan I', 'Batas Baturaja Barat'] },
  { code: '160121', name: 'Semidang Aji', stations: 108, villages: 21, trucks: 2, checkpoints: ['Simpang Kemelak', 'Jembatan Ogan I', 'Batas Semidang Aji'] },
  { code: '160130', name: 'Lubuk Raja', stations: 103, villages: 7, trucks: 2, checkpoints: ['Simpang Kemelak', 'Batumarta I', 'Batas Lubuk Raja'] },
  { code: '160109', name: 'Peninjauan', stations: 97, villages: 16, trucks: 2, checkpoints: ['Simpang Kemelak', 'Jembatan Ogan II', 'Batas Peninjauan'] },
  { code: '160128', name: 'Lengkiti', stations: 93, villages: 22, trucks: 2, checkpoints: ['Simpang Kemelak', 'Simpang Sosoh', 'Batas Lengkiti'] },
  { code: '160129', name: 'Sinar Peninjauan', stations: 77, villages: 6, trucks: 2, checkpoints: ['Simpang Kemelak', 'Batumarta II', 'Batas Sinar Peninjauan'] },
  { code: '160107', name: 'Sosoh Buay Rayap', stations: 49, villages: 11, trucks: 1, checkpoints: ['Simpang Kemelak', 'Simpang Sosoh', 'Batas Sosoh Buay Rayap'] },
  { code: '160132', name: 'Kedaton Peninjauan Raya', stations: 45, villages: 8, trucks: 1, checkpoints: ['Simpang Kemelak', 'Jembatan Ogan II', 'Batas Kedaton'] },
  { code: '160108', name: 'Pengandonan', stations: 39, villages: 12, trucks: 1, checkpoints: ['Simpang Kemelak', 'Jembatan Ogan I', 'Batas Pengandonan'] },
  { code: '160120', name: 'Ulu Ogan', stations: 32, villages: 7, trucks: 1, checkpoints: ['Simpang Kemelak', 'Simpang Pengandonan', 'Batas Ulu Ogan'] },
  { code: '160131', name: 'Muara Jaya', stations: 27, villages: 7, trucks: 1, checkpoints: ['Simpang Kemelak', 'Simpang Pengandonan', 'Batas Muara Jaya'] },
];
