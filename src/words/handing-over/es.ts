/** Handing over: what passes on, and the brief of what is open for whoever comes. */
export const es = {
  'handing-over.kept.sheet':
    '{count, plural, one {# lista de compromisos en preparación} other {# listas de compromisos en preparación}}',
  'handing-over.kept.file':
    '{count, plural, one {# archivo de evidencia sin entregar} other {# archivos de evidencia sin entregar}}',
  'handing-over.kept-passing.passes': '{what}: pasa de {from} a {to}.',
  'handing-over.kept-passing.to-keeper':
    '{what} de {from}: queda en manos de quien hace el traspaso, porque quien llega no tiene una cuenta activa.',
  'handing-over.kept-passing.stays': '{what}: se queda con {from}, porque no hay otra cuenta que la reciba.',
  'handing-over.representation.passes': '{agreement}: por {party} firmará {to} en lugar de {from}.',
  'handing-over.representation.vacant': '{agreement}: por {party} ya no firma {from}; falta decir quién.',
  'handing-over.representation.not-yours':
    '{agreement}: por {party} sigue {from}. Quien hace el traspaso no puede cambiarlo; pida a esa parte que lo haga.',
  'handing-over.signing': 'Quién firma en los convenios',
  'handing-over.signing-note':
    'Lo ya firmado, aprobado o verificado queda a nombre de quien lo hizo. Revise en cada texto el acta de nombramiento de quien firma.',
  'handing-over.on-the-day':
    'Las listas en preparación y la firma de convenios pasan ese mismo día. Hasta entonces siguen con quien sale.',
  'handing-over.changeover': 'El próximo cambio de gobierno es el {day}.',
  'handing-over.changeover-unverified': 'El próximo cambio de gobierno es el {day} (fecha sin verificar).',
  'handing-over.open': 'Qué está abierto',
  'handing-over.open-lead':
    'Al {today}; lo que vence, hasta el {until}. Todo pasa con el cargo a quien llega.',
  'handing-over.owe': 'Compromisos por cumplir',
  'handing-over.owed': 'Compromisos que otros deben cumplir',
  'handing-over.verify': 'Entregas por verificar',
  'handing-over.oversee': 'Compromisos a los que se da seguimiento',
  'handing-over.waiting': 'Trámites y respuestas pendientes',
  'handing-over.agreements': 'Convenios en preparación o por terminar',
  'handing-over.drafts': 'Borradores',
  'handing-over.paths': 'Ruta de planificación',
  'handing-over.count':
    '{open, plural, one {# abierto} other {# abiertos}} · {late, plural, =0 {ninguno vencido} one {# vencido} other {# vencidos}} · {soon} por vencer hasta el {until}',
  'handing-over.to-verify': '{open, plural, one {# espera verificación} other {# esperan verificación}}',
  'handing-over.things': '{count, plural, one {# en total} other {# en total}}',
  'handing-over.first-shown': 'Se muestran los primeros {count}. El resto está en los compromisos.',
  'handing-over.owed-by': 'de {name}',
  'handing-over.owed-to': 'para {name}',
  'handing-over.within': 'en «{title}»',
  'handing-over.actions': 'Acciones de planes en estos días',
  'handing-over.begins': 'empieza el {day}',
  'handing-over.ends': 'termina el {day}',
  'handing-over.no-end': 'sin fecha de fin',
  'handing-over.since': 'desde el {day}',
  'handing-over.step': 'Sesión {step}',
  'handing-over.no-step': 'Sin empezar',
  'handing-over.stopped-by': 'la detiene: {what}',
  'handing-over.help':
    '{count, plural, one {# pedido de ayuda sin responder} other {# pedidos de ayuda sin responder}}',
  'handing-over.nothing-in': 'Nada abierto en: {list}.',
  'handing-over.draft.commitment': 'Compromiso propuesto',
  'handing-over.draft.plan': 'Plan',
  'handing-over.draft.strategy': 'Estrategia',
  'handing-over.draft.need': 'Necesidad',
  'handing-over.draft.inventory-import': 'Hoja del inventario sin aplicar',
  'handing-over.previewed': 'Vista, sin aplicar',
  'handing-over.yours': 'Traspaso a su nombre',
  'handing-over.yours-leave': 'Está previsto que usted deje el cargo el {day}.',
  // {reason} is a sentence that somebody wrote.
  'handing-over.yours-cancelled': 'El traspaso previsto para el {day} se anuló. Motivo: {reason}',
  'handing-over.coming': 'Traspasos previstos',
  'handing-over.cancel': 'Anular este traspaso',
  'handing-over.cancel-title': 'Anular el traspaso de {name} del {day}',
  'handing-over.cancel-lead':
    'Cargos, puestos y permisos siguen como estaban. Quien iba a salir y quien iba a llegar lo verán, con el motivo.',
  'handing-over.cancel-reason': 'Motivo',
  'handing-over.cancel-reason-help': 'Por ejemplo, «se aplazó la toma de posesión». Lo leen las dos partes.',
  'handing-over.cancel-do': 'Anular el traspaso',
  'handing-over.keep': 'Dejarlo como está',
  'handing-over.cancelled': 'Anulado el {day}. Motivo: {reason}',
  'handing-over.cancelled-means':
    'Nada de lo que sigue pasó: cargos, puestos y permisos siguen como estaban.',
  'handing-over.yours-link': 'Leer el informe de traspaso del {day}',
} as const;
