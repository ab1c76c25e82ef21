/**
 * What a translation of `Source` must hold: the same keys, and for every counted key (`..._other`) the English singular
 * (`..._one`) as well, which Chinese does not have. A missing or surplus key does not compile.
 */
export type Translated<Source> = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Translated<Source[K]>;
} & {
  readonly [K in keyof Source as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
