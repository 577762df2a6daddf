import { Flag, Id, Many, Moment, OneOf, OrNull, Words } from '#http';

export class PaperFact {
  @Words('What it is') label!: string;
  @Words('What stands there; a dash where nothing is known', { max: 400 }) value!: string;
}

export class PaperColumn {
  @Words('What stands in it') head!: string;
  @OneOf('On which side', ['left', 'right']) side!: 'left' | 'right';
}

export class PaperRow {
  @Many(Words('What stands in a column', { max: 400 }), { max: 12 }) cells!: string[];
}

export class PaperTable {
  @Words('What it lists') title!: string;
  @Many(PaperColumn, { min: 1, max: 12 }) columns!: PaperColumn[];
  @Many(PaperRow, { max: 10_000 }) rows!: PaperRow[];
}

export class PaperSignature {
  @Words('What was signed for') for!: string;
  @OrNull(Id('The account; null: a person without one')) account!: string | null;
  @OrNull(Words('The user name of the account')) login!: string | null;
  @OrNull(Words('The name; null when it was erased or is withheld', { max: 120 })) name!: string | null;
  @Many(Words('In which role, when and where, and how it reached the log', { max: 200 })) said!: string[];
}

/** A document as it is printed, in one language. Everything on it is from the record: the same record makes the same document. */
export class Paper {
  @OneOf('Its language', ['id', 'en']) language!: 'id' | 'en';
  @Words('What it is') title!: string;
  @Words('Its number: of the record, so that it is the same whenever it is printed', { max: 80 }) number!: string;
  @Words('Where the QR code leads: the address of the record', { max: 400 }) link!: string;
  @Moment('When the log learnt of the last of what stands on it') known!: string;
  @OrNull(Moment('When it was printed; null unless that was asked for')) printed!: string | null;
  @Flag('Whether names were left out, because reading them could not be recorded') withheld!: boolean;
  @Many(Words('A sentence above everything else', { max: 1_000 }), { max: 10 }) opening!: string[];
  @Many(PaperFact) facts!: PaperFact[];
  @Many(PaperTable, { max: 10 }) tables!: PaperTable[];
  @Many(Words('What is to be noticed', { max: 1_000 })) remarks!: string[];
  @Many(PaperSignature) signatures!: PaperSignature[];
  @Many(Words('Who signs by pen on the line above'), { max: 12 }) pens!: string[];
}

/** A paper without what is the same for every one of them. */
export type PaperText = Omit<Paper, 'language' | 'link' | 'printed' | 'withheld'>;
