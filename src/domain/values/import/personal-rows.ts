import { foldHeader } from './header-words.ts';

const identity =
  /^((numero|num|no|nro)( de)? )?(cedula|dni|curp|rut|pasaporte|passport|documento de identidad|identity number)\b|^(nombres?|apellidos?)( completo| y apellidos?)?( de(l| la))? ?(victima|persona|imputado|denunciante|testigo|agresor|sospechoso|menor)\b|^(nombre completo|nombres? y apellidos?|apellidos?|primer apellido|telefono( de la (persona|victima))?|correo electronico)$/;

/** Headers of columns that identify persons; figures have none. */
export function identifyingHeaders(headers: readonly string[]): string[] {
  return headers.filter((header) => identity.test(foldHeader(header)));
}

const weight = /^(weight|wt|peso|ponderador|factor( de)? expansion|fac ?exp|fexp)\s*\w*$/;
const design = /^(upm|psu|ups|estrato|estratos|strata|stratum|conglomerado|cluster|estratopri)\b/;

/** Headers that only the answers of a survey have: a weight of each person beside how persons were drawn. Empty where both are not there. */
export function surveyHeaders(headers: readonly string[]): string[] {
  const weights = headers.filter((header) => weight.test(foldHeader(header)) || /^weight\d*$/i.test(header));
  const drawn = headers.filter((header) => design.test(foldHeader(header)));
  return weights.length > 0 && drawn.length > 0 ? [...weights, ...drawn] : [];
}
