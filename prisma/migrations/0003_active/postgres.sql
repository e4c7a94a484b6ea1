-- AlterTable
ALTER TABLE "Session" ADD COLUMN "activeAt" TIMESTAMP(3);
