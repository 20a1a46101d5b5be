/** The first screen: one question for each person. */
export const es = {
  // National coordination.
  'home.situation': 'Sala de situación',
  'home.situation-lead': 'Dónde falta algo en {name}, y a quién llamar.',
  'home.attention': 'Requiere su atención',
  'home.attention-none':
    'Nada pide su atención ahora: no falta ninguna estructura exigida, no hay puestos vacantes ni períodos por vencer.',
  'home.attention-more': '{count, plural, one {Ver un asunto más} other {Ver # asuntos más}}',
  'home.attention-how':
    'Primero lo que detiene a otros: períodos vencidos, mesas sin presidencia y lo que una norma exige y no está registrado.',

  // The state of an exception, one or two words.
  'home.state-lacking': 'Falta',
  'home.state-vacant': 'Vacante',
  'home.state-ended': 'Período vencido',
  'home.state-ending': 'Por vencer',
  'home.state-unused': 'Sin entrar',

  // An institution or structure that a rule demands of a kind of territory.
  'home.lacking': '{name}: falta en {missing} de {expected} ({kind})',
  'home.lacking-here': '{name}: falta en {place}',
  'home.lacking-others': 'y {count, plural, one {# territorio más} other {# territorios más}}',
  'home.vacant':
    '{structure}: {vacant, plural, one {# puesto vacante} other {# puestos vacantes}} de {seats}',
  // A seat, and since when nobody holds it.
  'home.seat-since': '{seat} (desde {day})',
  'home.term-ended': '{title} de {within}: el período terminó {when}',
  'home.terms-ended': '{count} períodos de {within} terminaron {when}',
  'home.terms-ending': '{count} períodos de {within} terminan {when}',
  'home.term-ending': '{title} de {within}: el período termina {when}',
  // A seat or office, and who holds or held it.
  'home.seat-of': '{seat} ({name})',
  'home.unused':
    '{count, plural, one {Una persona invitada hace más de una semana no ha entrado} other {# personas invitadas hace más de una semana no han entrado}}',
  'home.unused-expired': 'enlace vencido',
  'home.nobody-to-call': 'Nadie con cargo registrado a quien llamar.',

  'home.do-appoint': 'Nombrar a alguien',
  'home.do-see-structure': 'Ver la estructura',
  'home.do-renew': 'Registrar el nuevo período',
  'home.do-see-organisation': 'Ver la institución',
  'home.do-see-place': 'Ver {name}',
  'home.do-invite': 'Invitar de nuevo',

  'home.on-the-map': 'En el mapa',
  'home.map': 'Mesas y comités que se esperan',
  // The kinds of territory of a level: "provincias".
  'home.map-title': 'Mesas y comités que se esperan en cada división de {name}: {level}',
  'home.map-layers': 'Qué divisiones se muestran',
  'home.standing-complete': 'Está todo lo que se espera',
  'home.standing-partly': 'Está una parte',
  'home.standing-lacking': 'No está',
  'home.standing-unknown': 'No consta',
  'home.standing-no-norm': 'Sin norma de comparación',
  'home.standing-lacks': 'falta {names}',
  'home.map-table': 'Lo mismo en una lista',
  'home.map-note':
    'Compara lo registrado con lo que una norma exige o el modelo propone. No ordena ni califica.',
  'home.by-function': 'Instituciones por función',
  'home.function': 'Función',
  'home.no-functions': 'Aquí aparecerá qué hace cada institución. Todavía no consta nada.',

  // Municipal officer.
  'home.municipality': 'Mi municipio',
  'home.call': 'A quién llamar',
  'home.my-structures': 'Mis mesas y comités',
  'home.structure-full': 'Todos los puestos están ocupados.',
  'home.structure-vacant': 'Vacantes: {seats}.',
  'home.missing': 'Qué falta aquí',
  'home.place-page': 'Página de {name}',
  'home.place-sheet': 'Hoja para imprimir',
  'home.invite': 'Invitar a alguien',

  // Committee secretary.
  'home.committee': 'Mi comité',
  'home.committee-people': 'Quiénes lo integran',
  'home.committee-correct': 'Corregir las personas del comité',
  'home.seat-vacant': 'Nadie lo ocupa',
  'home.seat-alternate': 'suplente',
  'home.seat-until': 'hasta {day}',
  'home.seat-ended': 'período vencido {when}',
  'home.no-contact': 'sin teléfono registrado',
  'home.seats-summary': '{filled} de {all, plural, one {# puesto ocupado} other {# puestos ocupados}}',

  // Institution.
  'home.institution': 'Mi institución',
  'home.focal-points': 'Puntos focales',
  'home.no-focal-points': 'Aquí aparecerán los puntos focales de la institución. Todavía no hay ninguno.',
  'home.sits': 'Dónde participa',
  'home.sits-none': 'La institución no tiene todavía puestos en mesas ni comités.',
  'home.works': 'Dónde trabaja, y en qué',
  'home.institution-page': 'Página de la institución',

  // Donor, auditor and whoever reads.
  'home.overview': 'Panorama de {name}',
  'home.overview-lead': 'Qué mesas y comités hay, quién trabaja en qué, y qué falta todavía.',
  'home.trail': 'Últimos hechos registrados',
  'home.trail-open': 'Abrir el registro de hechos',

  // What is owed, the plan and the agreements on every first screen.
  'home.month': 'Este mes',
  'home.owe': 'Lo que debemos',
  'home.owe-none': 'Nada vence hasta fin de mes.',
  'home.owe-all': '{count, plural, one {Ver el compromiso abierto} other {Ver los # compromisos abiertos}}',
  'home.owed': 'Lo que nos deben',
  'home.reports': 'Informes por período',
  'home.report-due': 'Hasta el {day}',
  'home.report-late': '{days, plural, one {Vencido ayer} other {Vencido hace # días}}',
  'home.report-returned': 'Devuelto para corregir, hasta el {day}',
  'home.report-fill': 'Llenar el informe',
  'home.report-review': 'Revisar el informe',
  'home.verify': 'Por verificar',
  'home.ledger': 'Todos los compromisos',
  'home.calendar': 'Calendario',
  'home.plan': 'El plan',
  'home.agreements': 'Nuestros convenios',
  'home.agreements-all': 'Ver los convenios',
  'home.commitments': 'Compromisos de la institución',
  'home.commitments-lead': 'Todo lo que la institución debe en el país, lo que vence primero arriba.',
  'home.commitments-all':
    '{count, plural, one {Ver el compromiso con sus filtros} other {Ver los # compromisos, con filtros y descargas}}',
  'home.commitments-month': 'Calendario de {month}',
  'home.collisions':
    '{count, plural, one {Un día con varias entregas a la vez} other {# días con varias entregas a la vez}}',
  'home.next-due': 'Lo próximo',
  'home.committee-answers': 'Respuestas a lo que presentamos',

  // What holds others back, the layers of the map, the strategy as strips.
  'home.matter-state-holding-back': 'Venció {when}',
  'home.matter-state-notice': 'Requerimiento abierto; fin del plazo: {when}',
  'home.matter-state-help': 'Pidió ayuda {when}',
  'home.matter-state-plan': 'Espera revisión desde {when}',
  'home.matter-state-ending': 'Termina {when}',
  'home.matter-asks': '{party} pide ayuda',
  'home.matter-question': 'En la sesión {step}: «{question}»',
  'home.matter-holds':
    '{count, plural, one {Detiene un compromiso} other {Detiene # compromisos}} de {names}.',
  'home.matter-do-holding-back': 'Ver el compromiso',
  'home.matter-do-notice': 'Ver el requerimiento',
  'home.matter-do-help': 'Responder',
  'home.matter-do-plan': 'Revisar el plan',
  'home.matter-do-ending': 'Decidir qué sigue',
  'home.layer-coverage': 'Convenios vigentes',
  'home.layer-compliance': 'Cumplimiento',
  'home.layer-coverage-title': 'Dónde hay un convenio vigente en {name}',
  'home.layer-compliance-title': 'Cumplimiento de lo comprometido en {name}, por clases',
  'home.layer-note': 'Agrupa por clases. No ordena ni califica a nadie.',
  'home.class-covered': 'Con convenio vigente',
  'home.class-uncovered': 'Sin convenio vigente',
  'home.class-high': '90 % o más a tiempo',
  'home.class-middle': 'De 70 % a 90 % a tiempo',
  'home.class-low': 'Menos de 70 % a tiempo',
  'home.class-none-due': 'Todavía nada vencía',
  'home.strips': 'La estrategia, línea por línea',
  'home.strips-note':
    'Territorios con un convenio, plan o compromiso de la línea; el dinero es el comprometido en convenios vigentes que la sirven.',
  'home.strip-territories': '{territories} de {targets} territorios',
  'home.strip-met': '{count, plural, one {# cumplido} other {# cumplidos}}',
  'home.strip-late': '{count, plural, one {# vencido} other {# vencidos}}',
  'home.layer-figures': 'Homicidios',
  'home.layer-reporting': 'Reportes',
} as const;
