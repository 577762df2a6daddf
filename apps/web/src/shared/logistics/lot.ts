/** Which lot a command is about, as each of them says it. */
export interface OfLot {
  readonly warehouse: string;
  readonly lot: string;
  readonly item: string;
}

export interface LotFormProps {
  readonly of: OfLot;
  readonly onDone: () => void;
}
