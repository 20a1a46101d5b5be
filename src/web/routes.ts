import { index, route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';
import { existsSync } from 'node:fs';

const folder = new URL('.', import.meta.url);

/** The one table of addresses. An address opens when its screen is written. */
export default [
  index('home/home.route.tsx'),
  route('entrar', 'access/sign-in.route.tsx'),
  route('salir', 'access/sign-out.route.tsx'),
  route('codigo', 'access/access-code.route.tsx'),
  route('invitacion/:secret', 'access/invitation.route.tsx'),
  route('mi-cuenta', 'access/my-account.route.tsx'),
  route('mi-cuenta/seguridad', 'access/my-security.route.tsx'),
  route('mi-cuenta/hechos', 'access/my-deeds.route.tsx'),

  route('territorios', 'territories/territories.route.tsx'),
  route('territorios/:reference', 'territories/territory.route.tsx'),
  route('territorios/:reference/hoja', 'territories/territory-sheet.route.tsx'),
  route('territorios/:reference/corregir', 'territories/correct-territory.route.tsx'),
  route('territorios/:reference/autoridades', 'territories/authorities.route.tsx'),
  route('territorios/:reference/limites', 'territories/boundaries.route.tsx'),

  route('territorios/:reference/necesidades', 'diagnosis/needs.route.tsx'),
  route('territorios/:reference/necesidades/nueva', 'diagnosis/new-need.route.tsx'),
  route('territorios/:reference/necesidades/importar', 'diagnosis/import-needs.route.tsx'),
  route('necesidades/:id', 'diagnosis/need.route.tsx'),
  route('necesidades/:id/corregir', 'diagnosis/correct-need.route.tsx'),
  route('necesidades/:id/estado', 'diagnosis/need-standing.route.tsx'),
  route('necesidades/:id/unir', 'diagnosis/merge-need.route.tsx'),

  route('estrategia', 'strategy/strategies.route.tsx'),
  route('estrategia/nueva', 'strategy/new-strategy.route.tsx'),
  route('estrategia/por-alinear', 'strategy/ended-alignments.route.tsx'),
  route('estrategia/lineas/:threadId', 'strategy/strategy-line.route.tsx'),
  route('estrategia/:id', 'strategy/strategy.route.tsx'),
  route('estrategia/:id/corregir', 'strategy/correct-strategy.route.tsx'),
  route('estrategia/:id/comparar', 'strategy/compare-versions.route.tsx'),
  route('estrategia/:id/versiones', 'strategy/versions.route.tsx'),
  route('estrategia/:id/versiones/:versionId', 'strategy/version.route.tsx'),
  route('estrategia/:id/versiones/:versionId/estado', 'strategy/version-standing.route.tsx'),
  route('estrategia/:id/versiones/:versionId/elementos/:elementId', 'strategy/element.route.tsx'),
  route('estrategia/:id/versiones/:versionId/observaciones', 'strategy/remarks.route.tsx'),
  route('estrategia/:id/versiones/:versionId/importar', 'strategy/import-version.route.tsx'),

  route('planes', 'plans/plans.route.tsx'),

  route('ruta', 'planning/paths.route.tsx'),
  route('ruta/:id', 'planning/path.route.tsx'),
  route('ruta/:id/:step', 'planning/step.route.tsx'),
  route('inventario', 'planning/inventory.route.tsx'),
  route('inventario/nuevo', 'planning/new-entry.route.tsx'),
  route('inventario/importar', 'planning/import-inventory.route.tsx'),
  route('inventario/importar/:run', 'planning/inventory-import.route.tsx'),
  route('inventario/:id', 'planning/entry.route.tsx'),
  route('inventario/:id/corregir', 'planning/correct-entry.route.tsx'),

  route('compromisos/nuevos', 'commitments/new-commitments.route.tsx'),
  route('compromisos/:id', 'commitments/commitment.route.tsx'),
  route('compromisos/:id/corregir', 'commitments/correct-commitment.route.tsx'),
  route('compromisos/:id/evidencia', 'commitments/evidence.route.tsx'),
  route('compromisos/:id/verificar', 'commitments/review.route.tsx'),
  route('compromisos/:id/estado', 'commitments/commitment-deeds.route.tsx'),

  route('seguimiento', 'ledger/ledger.route.tsx'),
  route('seguimiento/calendario', 'ledger/month.route.tsx'),
  route('seguimiento/esperas', 'ledger/waiting.route.tsx'),
  route('seguimiento/mi-calendario', 'ledger/my-calendar.route.tsx'),

  route('cumplimiento', 'compliance/compliance.route.tsx'),
  route('cumplimiento/reglas', 'compliance/rules.route.tsx'),
  route('cumplimiento/:code', 'compliance/cases.route.tsx'),

  route('convenios', 'agreements/agreements.route.tsx'),

  route('convenios/:id/vida', 'agreement-life/life.route.tsx'),

  route('convenios/instrumentos', 'documents/instruments.route.tsx'),
  route('convenios/instrumentos/comparar', 'documents/compare-instruments.route.tsx'),
  route('convenios/instrumentos/:id', 'documents/instrument.route.tsx'),
  route('verificar', 'documents/verify.route.tsx'),
  route('verificar/:code', 'documents/verify-code.route.tsx'),

  route('convenios/registrar', 'registering/register.route.tsx'),

  route('pendientes', 'inbox/inbox.route.tsx'),

  route('actores', 'actors/actors.route.tsx'),
  route('actores/organizaciones/nueva', 'actors/new-organisation.route.tsx'),
  route('actores/organizaciones/:id', 'actors/organisation.route.tsx'),
  route('actores/organizaciones/:id/corregir', 'actors/correct-organisation.route.tsx'),
  route('actores/organizaciones/:id/contactos', 'actors/organisation-contacts.route.tsx'),
  route('actores/organizaciones/:id/cargos', 'actors/organisation-posts.route.tsx'),
  route('actores/organizaciones/:id/labor', 'actors/organisation-work.route.tsx'),
  route('actores/organizaciones/:id/cerrar', 'actors/close-organisation.route.tsx'),
  route('actores/organizaciones/:id/unir', 'actors/merge-organisation.route.tsx'),
  route('actores/estructuras', 'actors/structures.route.tsx'),
  route('actores/estructuras/nueva', 'actors/new-structure.route.tsx'),
  route('actores/estructuras/:id', 'actors/structure.route.tsx'),
  route('actores/estructuras/:id/corregir', 'actors/correct-structure.route.tsx'),
  route('actores/estructuras/:id/puestos', 'actors/structure-seats.route.tsx'),
  route('actores/estructuras/:id/cerrar', 'actors/close-structure.route.tsx'),
  route('actores/personas', 'actors/people.route.tsx'),
  route('actores/personas/nueva', 'actors/new-person.route.tsx'),
  route('actores/personas/:id', 'actors/person.route.tsx'),
  route('actores/personas/:id/corregir', 'actors/correct-person.route.tsx'),
  route('actores/personas/:id/contactos', 'actors/person-contacts.route.tsx'),
  route('actores/personas/:id/unir', 'actors/merge-person.route.tsx'),
  route('actores/traspaso', 'actors/hand-over.route.tsx'),
  route('actores/traspaso/:id', 'actors/hand-over-brief.route.tsx'),
  route('actores/importar', 'actors/import.route.tsx'),

  route('administracion', 'operations/administration.route.tsx'),
  route('administracion/cuentas', 'access/accounts.route.tsx'),
  route('administracion/cuentas/nueva', 'access/new-account.route.tsx'),
  route('administracion/cuentas/invitar', 'access/invite.route.tsx'),
  route('administracion/cuentas/invitar/hojas', 'access/invite-sheets.route.tsx'),
  route('administracion/cuentas/hojas', 'access/invitation-sheets.route.tsx'),
  route('administracion/cuentas/:id', 'access/account.route.tsx'),
  route('administracion/cuentas/:id/invitacion', 'access/invitation-sheet.route.tsx'),
  route('administracion/auditoria', 'audit/trail.route.tsx'),
  route('administracion/auditoria/:entryId', 'audit/entry.route.tsx'),
  route('administracion/importaciones', 'operations/imports.route.tsx'),
  route('administracion/respaldo', 'operations/installation.route.tsx'),

  route('buscar', 'shell/search.route.tsx'),
  route('ayuda', 'shell/help.route.tsx'),
  route('por-enviar', 'offline/outbox.route.tsx'),
  route('sin-conexion', 'offline/offline.route.tsx'),
  route('preferencias', 'shell/preferences.route.tsx'),
  route('*', 'shell/not-found.route.tsx'),
].filter(isWritten) satisfies RouteConfig;

function isWritten(entry: RouteConfigEntry): boolean {
  return existsSync(new URL(entry.file, folder));
}
