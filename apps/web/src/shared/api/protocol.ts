/** The protocol that this app speaks; a server that has outgrown it says so. */
const protocol = '1';

/** What every request says of the app that sends it. */
export const aboutThisApp = (language: string): Readonly<Record<string, string>> => ({ 'Accept-Language': language, 'Saksi-App': protocol });
