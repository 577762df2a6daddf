import type { Role, Scope } from '#kernel';

/** Where a role is held. `area` is a code prefix: province 2, regency 4, district 6, village 10 digits; a station is `<village>-<three digits>`. */
export type Place = { readonly post: string } | { readonly area: string } | { readonly stations: readonly string[] } | 'everywhere';

export type PlaceKind = 'post' | 'area' | 'stations' | 'everywhere';

export function kindOfPlace(place: Place): PlaceKind {
  if (place === 'everywhere') return 'everywhere';
  if ('post' in place) return 'post';
  return 'area' in place ? 'area' : 'stations';
}

/** Where each role may be held (domain.md §2): a guard belongs to one post, a station officer to named stations. */
export const placesOfRole: Readonly<Record<Role, readonly PlaceKind[]>> = {
  guard: ['post'],
  'squad-leader': ['post'],
  dispatcher: ['post', 'area', 'everywhere'],
  'station-officer': ['stations'],
  commander: ['area', 'everywhere'],
  investigator: ['area', 'everywhere'],
  supervisor: ['stations', 'area', 'everywhere'],
  admin: ['area', 'everywhere'],
};

const areaCode = /^(\d{2}|\d{4}|\d{6}|\d{10})$/;
const stationCode = /^\d{10}-\d{3}$/;

/** Codes end only where a province, regency, district or village does, so that a prefix never cuts one in two. */
export const isAreaCode = (text: string): boolean => areaCode.test(text);
export const isStationCode = (text: string): boolean => stationCode.test(text);

/** What a place stands for as scopes: holding all of them is holding the place. */
export function scopesOf(place: Place): readonly Scope[] {
  if (place === 'everywhere') return ['everywhere'];
  if ('stations' in place) return place.stations.map((station) => ({ station }));
  return [place];
}

/** Whether an area holds another place's code: both are well-formed, or it does not. */
export const areaHolds = (area: string, code: string): boolean => isAreaCode(area) && code.startsWith(area);
