/** A list of forty commitments as a ministry's office keeps it: titles above, blank rows, a header repeated, totals, and six things to settle. */
export const messyList = [
  'MINISTERIO DE EJEMPLO;;;;;;',
  'Matriz de compromisos de la mesa territorial;;;;;;',
  ';;;;;;',
  'No.;Compromiso adquirido;Institución responsable;Beneficiario;Plazo;Medio de verificación;Lugar',
  ...rows(1, 17),
  'No.;Compromiso adquirido;Institución responsable;Beneficiario;Plazo;Medio de verificación;Lugar',
  ...rows(18, 34),
  ';;;;;;',
  // Six things to settle: a name nobody knows (twice, asked once), a day that repeats, a day outside, month first, a row said twice, no proof.
  '35;Capacitar a las brigadas;Ministerio de Ejenplo;Comuna de ejemplo;15/3/2027;Lista de asistencia;',
  '36;Entregar los informes;Ministerio de Ejenplo;Comuna de ejemplo;30/4/2027;Informe;',
  '37;Mantener el alumbrado;Ministerio de ejemplo;Comuna de ejemplo;Trimestral;Acta;',
  '38;Evaluar el programa;Ministerio de ejemplo;Comuna de ejemplo;31/12/2031;Informe;',
  '39;Cerrar la cuenta del proyecto;Ministerio de ejemplo;Comuna de ejemplo;06/30/2027;Acta;',
  '40;Abrir el centro número 1;Ministerio de ejemplo;Comuna de ejemplo;30/6/2027;Acta;Plaza central',
  '41;Pintar la cancha;Comuna de ejemplo;Comité local de Santa Fe;junio 2027;-;',
  'Total;41;;;;;',
].join('\r\n');

function rows(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).map(
    (number) =>
      `${number};Abrir el centro número ${number};Ministerio de ejemplo;Comuna de ejemplo;${dueOf(number)};Acta;${number % 2 === 0 ? 'Santa Fe' : 'Plaza central'}`,
  );
}

function dueOf(number: number): string {
  if (number === 1) return '30/6/2027';
  if (number % 5 === 0) return 'II trimestre 2027';
  return number % 3 === 0 ? '30 de junio de 2027' : '30/06/27';
}
