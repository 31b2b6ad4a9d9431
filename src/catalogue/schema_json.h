/* SPDX-License-Identifier: MIT */
/* schema_json.h: the schema of catalogue files as a JSON Schema (2020-12), for editors. */
#ifndef UH_CATALOGUE_SCHEMA_JSON_H
#define UH_CATALOGUE_SCHEMA_JSON_H

#include "unhunch/out.h"

void uh_write_json_schema(uh_out out);

#endif
