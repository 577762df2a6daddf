/** `12 Februari 2024 08.30 WIB`: a moment (RFC 3339) as documents say it. */
export function sayMoment(moment: string, language: 'id' | 'en'): string {
  return `${formats[language].day.format(new Date(moment))} ${sayClock(moment, language)} WIB`;
}

/** `08.30`. */
export const sayClock = (moment: string, language: 'id' | 'en'): string => formats[language].clock.format(new Date(moment));

/** `Senin, 12 Februari 2024`. */
export const sayDay = (moment: string, language: 'id' | 'en'): string => formats[language].weekday.format(new Date(moment));

const timeZone = 'Asia/Jakarta';
const of = (locale: string) => ({
  day: new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
  clock: new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }),
  weekday: new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
});
const formats = { id: of('id-ID'), en: of('en-GB') };
