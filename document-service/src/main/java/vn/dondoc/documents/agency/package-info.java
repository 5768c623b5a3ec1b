/** The agency catalogue: provinces, departments, districts, offices, each with its validity. Responsible for who exists on a day and which agencies a phrase names; not for what they are told to do. */
@NullMarked
package vn.dondoc.documents.agency;

import org.jspecify.annotations.NullMarked;
