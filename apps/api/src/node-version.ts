/*
 * Imported before everything else: on an older Node the database's native part ends the process without a word.
 * npm scripts run on the Node that `npm ci` installs.
 */
const oldest = 22;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  process.stderr.write(
    `Saksi needs Node ${oldest} or later; this is ${process.versions.node}. Start it through npm (npm start, npm run saksi -- …), which brings its own.\n`,
  );
  process.exit(1);
}
