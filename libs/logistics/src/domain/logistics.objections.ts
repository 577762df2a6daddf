import { objectionsOf } from '#kernel';

/** Everything that can stand against a command of logistics, with what a person reads. */
export const logisticsObjections = objectionsOf({
  'logistics.warehouse-already-registered': { id: 'Gudang ini sudah terdaftar dengan nama {name}.', en: 'This warehouse is registered already, as {name}.' },
  'logistics.warehouse-name-taken': { id: 'Sudah ada gudang bernama {name}.', en: 'There is a warehouse called {name} already.' },
  'logistics.warehouse-not-registered': { id: 'Gudang ini belum terdaftar.', en: 'This warehouse is not registered.' },
  'logistics.zone-already-added': { id: 'Zona ini sudah terdaftar dengan kode {code}.', en: 'This zone is registered already, as {code}.' },
  'logistics.zone-code-taken': { id: 'Gudang ini sudah punya zona {code}.', en: 'The warehouse already has a zone {code}.' },
});

export type LogisticsObjection = keyof typeof logisticsObjections;
