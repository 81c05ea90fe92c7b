/**
 * A schema together with the type it stands for. The type is derived where the schema is written (`FromSchema` inside a
 * generic costs the compiler 20 s), so the pair is made by hand: `shape<SittingParams>(sittingParams)`.
 */
export type Shape<Type> = { readonly schema: object; readonly type?: Type };

export const shape = <Type>(schema: object): Shape<Type> => ({ schema });
