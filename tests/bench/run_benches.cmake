# SPDX-License-Identifier: GPL-3.0-or-later
# Runs PROGRAMS of FOLDER one after the other, and fails at the end if one of them did.
foreach(program IN LISTS PROGRAMS)
  execute_process(COMMAND "${FOLDER}/${program}" RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    list(APPEND failed "${program} (${status})")
  endif()
endforeach()
if(failed)
  list(JOIN failed ", " names)
  message(FATAL_ERROR "Missed a goal, or failed: ${names}")
endif()
