import { config } from 'zod/v4/core';

// The content security policy forbids compiling code from text, which is how zod would speed itself up; it asks before it knows.
config({ jitless: true });
