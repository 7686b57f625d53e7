// The content security policy forbids compiling code from text, which is how zod would speed itself up; it asks before it knows.
// Zod takes its settings from here when it is loaded; to import it for this would load it with the first screen.
declare global {
  var __zod_globalConfig: { readonly jitless: boolean } | undefined;
}

globalThis.__zod_globalConfig = { jitless: true };

export {};
