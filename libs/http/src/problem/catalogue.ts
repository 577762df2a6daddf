import type { Sentence } from '#kernel';

export interface ProblemKind {
  readonly status: number;
  readonly title: Sentence;
  /** What happened, and what to do next. */
  readonly detail: Sentence;
  /** What was kept of a command, and how to repeat it: a question records nothing and has no key. */
  readonly ofCommand?: Sentence;
}

const nothingKept = { id: 'Tidak ada yang dicatat.', en: 'Nothing was recorded.' };
const sameKey = { id: 'Ulangi dengan kunci yang sama.', en: 'Repeat with the same key.' };
const nothingKeptRepeat = { id: `${nothingKept.id} ${sameKey.id}`, en: `${nothingKept.en} ${sameKey.en}` };

const kind = (status: number, title: Sentence, detail: Sentence, ofCommand?: Sentence): ProblemKind => ({
  status,
  title,
  detail,
  ...(ofCommand && { ofCommand }),
});

/** Everything that can go wrong with a request: a closed list. Objections (409) name their own codes inside. */
export const problems = {
  'invalid-fields': kind(
    400,
    { id: 'Isian tidak sesuai', en: 'Fields not as asked for' },
    { id: 'Periksa isian yang disebut di bawah.', en: 'See the fields named below.' },
    nothingKept,
  ),
  'invalid-envelope': kind(
    400,
    { id: 'Header tidak sesuai', en: 'Headers not as asked for' },
    { id: 'Periksa header yang disebut di bawah.', en: 'See the headers named below.' },
    nothingKept,
  ),
  'malformed-json': kind(
    400,
    { id: 'JSON rusak', en: 'Malformed JSON' },
    { id: 'Isi permintaan bukan JSON yang utuh dalam UTF-8.', en: 'The body is not whole JSON in UTF-8.' },
    nothingKept,
  ),
  'malformed-request': kind(
    400,
    { id: 'Permintaan rusak', en: 'Malformed request' },
    { id: 'Permintaan tidak dapat dibaca.', en: 'The request cannot be read.' },
    nothingKept,
  ),
  'cursor-from-elsewhere': kind(
    400,
    { id: 'Kursor tidak berlaku', en: 'Cursor not valid here' },
    {
      id: 'Kursor ini rusak atau berasal dari pertanyaan lain. Mulai lagi dari halaman pertama.',
      en: 'This cursor is damaged or belongs to another question. Start again from the first page.',
    },
  ),
  unauthenticated: kind(401, { id: 'Belum masuk', en: 'Not signed in' }, { id: 'Masuk dahulu.', en: 'Sign in first.' }, nothingKeptRepeat),
  'wrong-credentials': kind(
    401,
    { id: 'Nama atau sandi salah', en: 'Wrong name or passphrase' },
    { id: 'Nama pengguna atau frasa sandi tidak cocok. Periksa lalu coba lagi.', en: 'The user name and passphrase do not fit. Check them and try again.' },
  ),
  forbidden: kind(
    403,
    { id: 'Tidak berwenang', en: 'Not permitted' },
    { id: 'Peran Anda tidak berwenang untuk ini.', en: 'Your role may not do this.' },
    nothingKept,
  ),
  'forged-request': kind(
    403,
    { id: 'Permintaan tidak berasal dari aplikasi', en: 'Not sent by the app' },
    { id: 'Token CSRF tidak ada atau salah. Muat ulang aplikasi.', en: 'The CSRF token is missing or wrong. Reload the app.' },
    nothingKept,
  ),
  'bad-signature': kind(
    403,
    { id: 'Tanda tangan tidak cocok', en: 'Signature does not fit' },
    { id: 'Tanda tangan perangkat tidak cocok dengan isi entri.', en: "The device's signature does not fit the entry." },
    nothingKept,
  ),
  'device-not-trusted': kind(
    403,
    { id: 'Perangkat tidak dipercaya', en: 'Device not trusted' },
    { id: 'Perangkat ini tidak terdaftar atau sudah dicabut. Daftarkan ulang.', en: 'This device is not enrolled or was revoked. Enrol it again.' },
    nothingKept,
  ),
  'co-signature-refused': kind(
    403,
    { id: 'Persetujuan orang kedua ditolak', en: "Second person's consent refused" },
    { id: 'Persetujuan orang kedua tidak berlaku.', en: "The second person's consent does not hold." },
    nothingKept,
  ),
  'not-found': kind(
    404,
    { id: 'Tidak ditemukan', en: 'Not found' },
    { id: 'Hal ini tidak dikenal di sini.', en: 'Nothing of that kind is known here.' },
    nothingKept,
  ),
  'no-such-address': kind(
    404,
    { id: 'Alamat tidak dikenal', en: 'No such address' },
    { id: 'Tidak ada apa pun di alamat ini. Daftar alamat ada di /api/docs.', en: 'There is nothing at this address. /api/docs lists the addresses.' },
  ),
  'method-not-allowed': kind(
    405,
    { id: 'Metode tidak diizinkan', en: 'Method not allowed' },
    { id: 'Alamat ini memakai metode lain; lihat header Allow.', en: 'This address takes another method; see the header Allow.' },
  ),
  'objections-stand': kind(
    409,
    { id: 'Ada keberatan', en: 'Objections stand' },
    { id: 'Yang diminta bertentangan dengan catatan; lihat keberatan di bawah.', en: 'What was asked contradicts what is known; see the objections below.' },
    nothingKept,
  ),
  'still-conflicting': kind(
    409,
    { id: 'Didahului orang lain', en: 'Others were faster' },
    { id: 'Orang lain terus mencatat pada hal yang sama.', en: 'Others kept recording to the same thing.' },
    nothingKeptRepeat,
  ),
  'too-slow': kind(
    408,
    { id: 'Permintaan terlalu lambat', en: 'Request too slow' },
    { id: 'Permintaan tidak sampai utuh pada waktunya.', en: 'The request did not arrive whole in time.' },
    nothingKept,
  ),
  'body-too-large': kind(
    413,
    { id: 'Isi terlalu besar', en: 'Body too large' },
    { id: 'Isi permintaan melebihi batas.', en: 'The body is beyond the limit.' },
    nothingKept,
  ),
  'address-too-long': kind(
    414,
    { id: 'Alamat terlalu panjang', en: 'Address too long' },
    { id: 'Alamat permintaan melebihi batas.', en: 'The address is beyond the limit.' },
  ),
  'unsupported-media-type': kind(
    415,
    { id: 'Jenis isi tidak didukung', en: 'Unsupported media type' },
    { id: 'Kirim isi sebagai application/json.', en: 'Send the body as application/json.' },
    nothingKept,
  ),
  'key-used-otherwise': kind(
    422,
    { id: 'Kunci sudah dipakai', en: 'Key already used' },
    { id: 'Idempotency-Key ini sudah dipakai untuk perintah lain. Pakai kunci baru.', en: 'This Idempotency-Key was used for another command. Use a new key.' },
    nothingKept,
  ),
  'in-the-future': kind(
    422,
    { id: 'Waktu di masa depan', en: 'Time in the future' },
    { id: 'Waktu kejadian ada di masa depan. Periksa jam.', en: 'The time of the event lies in the future. Check the clock.' },
    nothingKept,
  ),
  'sealed-otherwise': kind(
    422,
    { id: 'Segel entri tidak cocok', en: 'Entry sealed otherwise' },
    { id: 'Entri ini disegel untuk Saksi yang lain, atau rusak.', en: 'The entry was sealed for another Saksi, or is damaged.' },
    { id: `${nothingKept.id} Simpan di ponsel dan beri tahu admin.`, en: `${nothingKept.en} Keep it on the phone and tell the admin.` },
  ),
  'app-too-old': kind(
    412,
    { id: 'Aplikasi terlalu lama', en: 'App too old' },
    {
      id: 'Aplikasi ini terlalu lama untuk server. Perbarui; yang menunggu di ponsel tetap ada.',
      en: 'This app is too old for the server. Update it; what waits on the phone stays.',
    },
    nothingKept,
  ),
  'too-much-asked': kind(
    422,
    { id: 'Pertanyaan terlalu luas', en: 'Too much asked for' },
    {
      id: 'Jawaban terlalu besar atau terlalu lama dicari. Persempit pertanyaan, atau minta per halaman.',
      en: 'The answer is too large or takes too long. Narrow the question, or ask for pages.',
    },
  ),
  'too-many-requests': kind(
    429,
    { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
    { id: 'Tunggu sebentar, lalu ulangi.', en: 'Wait a moment, then repeat.' },
    nothingKeptRepeat,
  ),
  'locked-out': kind(
    429,
    { id: 'Terkunci sementara', en: 'Locked for a while' },
    {
      id: 'Terlalu banyak percobaan yang salah. Tunggu, atau minta kode atur ulang kepada danru.',
      en: 'Too many wrong attempts. Wait, or ask the squad leader for a reset code.',
    },
  ),
  'too-many-streams': kind(
    429,
    { id: 'Terlalu banyak aliran', en: 'Too many streams' },
    { id: 'Terlalu banyak aliran perubahan terbuka. Tutup jendela lain.', en: 'Too many streams of changes are open. Close other windows.' },
  ),
  'too-many-exports': kind(
    429,
    { id: 'Terlalu banyak ekspor', en: 'Too many exports' },
    {
      id: 'Terlalu banyak ekspor sedang dibaca. Tunggu sampai salah satunya selesai.',
      en: 'Too many exports are being read. Wait until one of them has ended.',
    },
  ),
  'headers-too-large': kind(
    431,
    { id: 'Header terlalu besar', en: 'Headers too large' },
    { id: 'Header permintaan melebihi batas.', en: 'The headers are beyond the limit.' },
    nothingKept,
  ),
  unexpected: kind(
    500,
    { id: 'Kesalahan tak terduga', en: 'Unexpected error' },
    {
      id: 'Terjadi kesalahan di server. Ulangi; bila berulang, sebutkan nomor korelasi kepada admin.',
      en: 'The server failed. Repeat; if it fails again, give the admin the correlation id.',
    },
    sameKey,
  ),
  busy: kind(503, { id: 'Sedang sibuk', en: 'Busy' }, { id: 'Server sedang penuh.', en: 'The server is full.' }, nothingKeptRepeat),
  unavailable: kind(
    503,
    { id: 'Belum dapat mencatat', en: 'Cannot record now' },
    { id: 'Penyimpanan sedang tidak dapat dipakai.', en: 'The store cannot be used now.' },
    nothingKeptRepeat,
  ),
  'disk-full': kind(
    503,
    { id: 'Disk server penuh', en: 'The disk is full' },
    {
      id: 'Disk yang menyimpan catatan penuh. Beri tahu pengelola server; pencatatan berjalan lagi dengan sendirinya begitu ada ruang.',
      en: 'The disk that keeps the records is full. Tell whoever runs the server; recording goes on by itself once there is room.',
    },
    nothingKeptRepeat,
  ),
  'outcome-unknown': kind(
    503,
    { id: 'Hasil belum diketahui', en: 'Outcome unknown' },
    { id: 'Mungkin sudah tercatat, mungkin belum.', en: 'It may have been recorded, or not.' },
    { id: 'Ulangi dengan kunci yang sama: tidak akan tercatat dua kali.', en: 'Repeat with the same key: it will not be recorded twice.' },
  ),
  'view-behind': kind(
    503,
    { id: 'Tampilan belum menyusul', en: 'View not yet caught up' },
    { id: 'Tampilan belum memuat catatan yang diminta. Ulangi sebentar lagi.', en: 'The view does not yet hold what was asked for. Repeat in a moment.' },
  ),
  stopping: kind(
    503,
    { id: 'Server sedang berhenti', en: 'Server is stopping' },
    { id: 'Server sedang dimatikan.', en: 'The server is shutting down.' },
    nothingKeptRepeat,
  ),
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as readonly ProblemCode[];
