import { firstSpecialNumber, registerStation } from '#deployment';
import { RowRefused } from '../faults.ts';
import type { ImportKind, Values, Wish } from './kind.ts';
import { codeOf, needed, numberIn, stationColumns, stationIn, villageIn, wholeIn } from './station-code.ts';

const mostRegular = firstSpecialNumber - 1;

/** A row a station, or a row a village with how many stations it has. */
export const stations: ImportKind = {
  records: registerStation,
  columns: {
    ...stationColumns,
    village: ['desa', 'kelurahan', 'desa_kelurahan', 'nama_desa', 'nama_kelurahan', 'village_name'],
    district: ['kecamatan', 'nama_kecamatan', 'district_name'],
    regency: ['kabupaten', 'kabupaten_kota', 'kab_kota', 'nama_kabupaten', 'regency_name'],
    district_code: ['kode_kecamatan'],
    regency_code: ['kode_kabupaten', 'kode_kab_kota'],
    tps_regular: ['jumlah_tps', 'tps_reguler', 'tps_biasa', 'regular_stations'],
    tps_special_numbers: ['tps_khusus', 'nomor_tps_khusus', 'special_stations'],
    place: ['tempat', 'lokasi', 'lokasi_tps'],
    voters: ['dpt', 'pemilih', 'jumlah_pemilih', 'registered_voters'],
  },
  needed: [['village'], ['district'], ['regency'], ['station', 'village_code'], ['station', 'number', 'tps_regular']],
  withItems: false,
  unchanged: 'deployment.station-unchanged',
  wishesOf: (values) => {
    const codes = codesIn(values);
    const named = {
      villageName: needed(values, 'village'),
      districtName: needed(values, 'district'),
      regencyName: needed(values, 'regency'),
    };
    const place = values.get('place');
    const voters = values.get('voters');
    const more = { ...(place !== undefined && { place }), ...(voters !== undefined && { voters: wholeIn(voters, 'voters') }) };
    return codes.map((station): Wish => ({
      slice: registerStation,
      fields: { station, ...named, ...more },
      about: station,
      from: { station: 'station', villageName: 'village', districtName: 'district', regencyName: 'regency', place: 'place', voters: 'voters' },
    }));
  },
};

/** @throws RowRefused */
function codesIn(values: Values): readonly string[] {
  const single = values.has('station') || values.has('number');
  const codes = single ? [stationIn(values)] : codesOfVillage(villageIn(values), values);
  const [village = ''] = codes[0]?.split('-') ?? [];
  for (const column of ['district_code', 'regency_code']) {
    const code = values.get(column);
    if (code !== undefined && !village.startsWith(code)) throw new RowRefused(column, 'other-area', { code, village });
  }
  return codes;
}

/** @throws RowRefused */
function codesOfVillage(village: string, values: Values): readonly string[] {
  const regular = wholeIn(values.get('tps_regular') ?? '0', 'tps_regular');
  if (regular > mostRegular) throw new RowRefused('tps_regular', 'too-many-stations', { most: mostRegular });
  const special = (values.get('tps_special_numbers') ?? '').split(/[\s,;/]+/).filter((number) => number !== '');
  const numbers = special.map((number) => numberIn(number, 'tps_special_numbers'));
  if (numbers.some((number) => number < firstSpecialNumber)) throw new RowRefused('tps_special_numbers', 'not-special');
  if (regular + numbers.length === 0) throw new RowRefused('tps_regular', 'no-stations');
  return [...Array.from({ length: regular }, (_, index) => index + 1), ...new Set(numbers)].map((number) => codeOf(village, number));
}
